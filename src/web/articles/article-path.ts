import type { Request } from 'express'

/** Where an article's page stands: `unfair-competition-law-2025/9` -> `/articles/unfair-competition-law-2025/9`. */
export function articlePath(articleId: string): string {
  return `/articles/${articleId.split('/').map(encodeURIComponent).join('/')}`
}

/** The article named by an address of two parts. */
export function articleId({ params }: Pick<Request, 'params'>): string {
  return `${String(params.instrument)}/${String(params.article)}`
}
