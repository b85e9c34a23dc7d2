/** Why a file or a line was turned away at the door, so that nothing of it was kept; with the words for who sent it. */
export const REJECT_REASONS = {
  too_large: {
    zh: '文件超过大小上限（单份材料 20 MB，单行 5 MB），请拆分后重新提交。',
    en: 'Larger than allowed (20 MB a paper, 5 MB a line). Split it and send it again.',
  },
  empty: { zh: '内容为空，请核对后重新提交。', en: 'There is nothing in it. Check the file and send it again.' },
  malformed: {
    zh: '该行不是有效的 JSON 对象，请更正后重新提交。',
    en: 'The line is not a JSON object. Correct it and send it again.',
  },
  invalid: {
    zh: '某个字段的值不在允许范围内，请对照接口说明更正。',
    en: 'A field holds a value that is not allowed. Compare it with the description of the fields.',
  },
  external_reused: {
    zh: '同一来源的该编号此前已用于另一份材料，请核对编号。',
    en: 'The sender used this number before for another paper. Check the number.',
  },
  vanished: { zh: '读取时文件已不存在。', en: 'The file was gone when it was to be read.' },
  no_permission: {
    zh: '没有读取该文件的权限，请调整文件权限后重新提交。',
    en: 'The file may not be read by this program. Change its permissions and send it again.',
  },
} as const satisfies Record<string, { zh: string; en: string }>

export type RejectReason = keyof typeof REJECT_REASONS
