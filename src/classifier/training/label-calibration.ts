import type { Category } from '../../core/document.ts'
import { type Calibration, probabilityOf } from '../calibration.ts'
import type { Example } from './example.ts'
import { fitPlatt } from './platt.ts'
import type { Margins } from './train-all.ts'

/** How much the plainest passage counts beside the whole text, and how their sum becomes a probability. */
export interface LabelCalibration {
  /** 0..1 of {@link SHARES}. */
  share: number
  calibration: Calibration
}

/** The shares tried: few numbers, so that little can be learnt by heart. */
const SHARES = [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.7, 1]

/** The share and the calibration with the least logarithmic loss on papers the planes were not trained on; of equals the smallest share. */
export function fitLabel(
  rows: readonly (Pick<Margins, 'margins' | 'passages'> & { example: Example })[],
  label: Category,
): LabelCalibration {
  const so = rows.map(({ example }) => example.labels.includes(label))
  const fits = SHARES.map((share) => {
    const margins = rows.map((row) => marginWith(share, row, label))
    const calibration = fitPlatt(margins, so)
    return { share, calibration, loss: lossOf(margins, so, calibration) }
  })
  const { share, calibration } = fits.reduce((best, fit) => (fit.loss < best.loss ? fit : best))
  return { share, calibration }
}

/** `margin of the whole + share × margin of the plainest passage`. */
export function marginWith(
  share: number,
  { margins, passages }: Pick<Margins, 'margins' | 'passages'>,
  label: Category,
): number {
  return margins[label] + share * passages[label]
}

function lossOf(margins: readonly number[], so: readonly boolean[], calibration: Calibration): number {
  return margins.reduce((sum, margin, i) => {
    const p = probabilityOf(margin, calibration)
    return sum - Math.log(Math.max(1e-12, so[i] ? p : 1 - p))
  }, 0)
}
