import { normalise } from '../normalise/normalise.ts'

/**
 * What the search index may hold of a paper: its words as they read (so that 保本 finds 保*本), without what names a person.
 * Identities stand in their own table; the index is not a second one.
 */
export function searchableText(text: string): string {
  return withoutIdentities(normalise(text).text)
}

/** What somebody typed into the search field, undisguised the same way. */
export function searchableQuery(typed: string): string {
  return normalise(typed).text
}

/** Numbers that belong to a person (mobile, identity card, bank card) and names after a label that announces one. */
function withoutIdentities(text: string): string {
  return text
    .replace(/(?<!\d)\d{17}[\dXx](?![\dA-Za-z])/g, ' ')
    .replace(/(?<!\d)\d{15,19}(?!\d)/g, ' ')
    .replace(/(?<!\d)1[3-9]\d[- ]?\d{4}[- ]?\d{4}(?!\d)/g, ' ')
    .replace(NAME_AFTER_LABEL, '$1 ')
}

const NAME_AFTER_LABEL =
  /(投诉人|举报人|反映人|来电人|联系人|申请人|姓名|我叫|本人系|我的名字是)[::]?\s*\p{Script=Han}{2,4}(?=[,,。;;、\s((]|$)/gu
