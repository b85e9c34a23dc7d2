const CAPPED =
  /(?:不|勿|无权|严禁|禁止)(?:得|能|应|可|准|许|要)?[^，。；]{0,10}?(?:超过|超出|高于|多于|大于|突破|超)|(?:不得|不能|不应|不准|严禁|禁止)[^，。；]{0,10}$|至多|最多|上限|封顶|(?:以内|(?<!不)少于|(?<!不)低于)[ ]?$/

/** Whether what stands before a number makes it a bound and not what is taken: 不得高于12个月, 最多12倍. 不少于 is what is taken. */
export function isCapped(before: string): boolean {
  return CAPPED.test(before)
}
