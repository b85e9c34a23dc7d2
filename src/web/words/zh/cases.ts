export const cases = {
  grounds: '本案所据材料',
  groundsHelp: '来源线索下的材料与其中的疑点；疑点是否成立以承办人认定为准。',
  toPaper: '查看材料原文',
  standing: '现行认定',
} as const
