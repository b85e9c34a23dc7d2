/** Turns a margin into a probability: `1 / (1 + e^(slope × margin + shift))` (Platt 1999). A slope below zero: the greater the margin, the surer. */
export interface Calibration {
  slope: number
  shift: number
}

export function probabilityOf(margin: number, { slope, shift }: Calibration): number {
  return 1 / (1 + Math.exp(slope * margin + shift))
}
