import { mulberry32 } from '../../src/classifier/training/svm.ts'

/** Papers of words drawn at random from a small stock, alike enough that terms repeat; the same for the same seed. */
export function papersAtRandom(count: number, seed: number): string[] {
  const random = mulberry32(seed)
  const pick = () => STOCK[Math.floor(random() * STOCK.length)]!
  return Array.from({ length: count }, () => Array.from({ length: 5 + Math.floor(random() * 60) }, pick).join(''))
}

const STOCK = [
  ...[
    '旅居',
    '养老',
    '床位',
    '会员卡',
    '存',
    '每月',
    '返',
    '补贴',
    '到期',
    '本金',
    '免费',
    '体验',
    '专家',
    '治好',
    '降压',
    '酒店',
    '房间',
  ],
  ...[
    '退款',
    '押金',
    '护理',
    '合同',
    '签字',
    '不退',
    '，',
    '。',
    '、',
    ' ',
    '3',
    '12',
    '万元',
    '%',
    'A',
    'b座',
    '的',
    '了',
    '和',
    '我们',
    '您',
  ],
]
