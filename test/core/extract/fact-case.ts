import type { FactType } from '../../../src/core/extract/fact.ts'

/** A written case: the text, a sort of fact, its values in the order of the text (money in fen), and the arithmetic. */
export type FactCase = [text: string, type: FactType, values: (number | string)[], arithmetic: string]
