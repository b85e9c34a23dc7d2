import type { Knex } from 'knex'

export type Dialect = 'sqlite' | 'postgres'

/** The only place that asks which database this is. */
export function dialectOf(knex: Knex): Dialect {
  return knex.client.dialect === 'sqlite3' ? 'sqlite' : 'postgres'
}

/** True when a write met an existing unique or primary key. */
export function isUniqueViolation(error: unknown): boolean {
  const { code, message } = error as { code?: unknown; message?: unknown }
  if (code === '23505') return true
  return code === 'SQLITE_CONSTRAINT' && String(message).includes('UNIQUE constraint failed')
}

/** From now on the table refuses UPDATE and DELETE (and TRUNCATE, where there is one): what a person decided is appended, never overwritten. */
export async function appendOnly(knex: Knex, table: string): Promise<void> {
  if (dialectOf(knex) === 'sqlite') {
    for (const verb of ['UPDATE', 'DELETE']) {
      await knex.raw(
        `CREATE TRIGGER ${table}_refuses_${verb.toLowerCase()} BEFORE ${verb} ON ${table}
         BEGIN SELECT RAISE(ABORT, '${table} is append-only'); END`,
      )
    }
    return
  }
  await knex.raw(
    `CREATE FUNCTION ${table}_append_only() RETURNS trigger LANGUAGE plpgsql AS
     $$ BEGIN RAISE EXCEPTION '${table} is append-only' USING ERRCODE = 'restrict_violation'; END $$`,
  )
  await knex.raw(
    `CREATE TRIGGER ${table}_refuses_change BEFORE UPDATE OR DELETE OR TRUNCATE ON ${table}
     FOR EACH STATEMENT EXECUTE FUNCTION ${table}_append_only()`,
  )
}

/** Undo `appendOnly`, before the table itself is dropped. */
export async function dropAppendOnly(knex: Knex, table: string): Promise<void> {
  if (dialectOf(knex) === 'sqlite') {
    for (const verb of ['update', 'delete']) await knex.raw(`DROP TRIGGER ${table}_refuses_${verb}`)
    return
  }
  await knex.raw(`DROP TRIGGER ${table}_refuses_change ON ${table}`)
  await knex.raw(`DROP FUNCTION ${table}_append_only()`)
}

/**
 * The words of a text as both search indexes want them, in order: each Han character by itself (so that 会员卡 is found by 卡),
 * each run of letters or digits as one lower-case word. Punctuation separates and is dropped.
 */
export function searchTokens(text: string): string[] {
  return text.normalize('NFKC').toLowerCase().match(WORD) ?? []
}

// Forty characters at most: a lexeme of PostgreSQL ends at 2 kB, and what is longer is no word.
const WORD = /\p{Script=Han}|(?:(?!\p{Script=Han})[\p{L}\p{M}\p{N}]){1,40}/gu

/**
 * SQLite: FTS5 without a second copy of the text; `document_search_rows` gives each document its row number, because FTS5 can look up and
 * delete by nothing else. PostgreSQL: rows of `tsvector`, several for a long document.
 */
export async function createSearchIndex(knex: Knex): Promise<void> {
  if (dialectOf(knex) === 'sqlite') {
    await knex.raw('CREATE TABLE document_search_rows (id integer PRIMARY KEY, document_id text NOT NULL UNIQUE)')
    await knex.raw(
      `CREATE VIRTUAL TABLE document_search USING fts5(
         tokens, content = '', contentless_delete = 1, tokenize = "unicode61 remove_diacritics 0")`,
    )
    return
  }
  await knex.raw(
    `CREATE TABLE document_search (
       document_id text NOT NULL, chunk integer NOT NULL, tokens tsvector NOT NULL, PRIMARY KEY (document_id, chunk))`,
  )
  await knex.raw('CREATE INDEX document_search_tokens ON document_search USING gin (tokens)')
}

export async function dropSearchIndex(knex: Knex): Promise<void> {
  await knex.schema.dropTable('document_search')
  if (dialectOf(knex) === 'sqlite') await knex.schema.dropTable('document_search_rows')
}

/** Make the document findable by the words of this text, instead of what it was findable by before. */
export async function indexDocument(trx: Knex, documentId: string, text: string): Promise<void> {
  const tokens = searchTokens(text)
  if (dialectOf(trx) === 'sqlite') {
    const known = await trx('document_search_rows').where({ document_id: documentId }).first('id')
    const [inserted] = known ? [known] : await trx('document_search_rows').insert({ document_id: documentId }, ['id'])
    await trx.raw('DELETE FROM document_search WHERE rowid = ?', [inserted.id])
    await trx.raw('INSERT INTO document_search (rowid, tokens) VALUES (?, ?)', [inserted.id, tokens.join(' ')])
    return
  }
  await trx('document_search').where({ document_id: documentId }).delete()
  for (const [chunk, part] of chunks(tokens).entries()) {
    await trx.raw('INSERT INTO document_search (document_id, chunk, tokens) VALUES (?, ?, ?::tsvector)', [
      documentId,
      chunk,
      part.map((token, i) => `${quoteLexeme(token)}:${i + 1}`).join(' '),
    ])
  }
}

/** Longest phrase searched for; chunks overlap by as much, so that no phrase is lost between two. */
const PHRASE_MAX = 64

/**
 * A query for the ids (`document_id`) of the documents that contain what was typed, for `whereIn('documents.id', …)`. Each piece between spaces
 * is a phrase and all must be there; its last word may be the beginning of a longer one (138 finds 13800001111). No word at all finds nothing.
 */
export function searchDocuments(knex: Knex, typed: string): Knex.QueryBuilder {
  const phrases = typed.split(/\s+/).map((piece) => searchTokens(piece).slice(0, PHRASE_MAX))
  const containing = dialectOf(knex) === 'sqlite' ? containingOnSqlite : containingOnPostgres
  const found = phrases.filter((phrase) => phrase.length > 0).map((phrase) => containing(knex, phrase))
  const [first, ...others] = found
  if (!first) return knex.select(knex.raw('NULL AS document_id')).whereRaw('1 = 0')
  return others.reduce((query, other) => query.whereIn('document_id', other), first)
}

function containingOnSqlite(knex: Knex, phrase: readonly string[]): Knex.QueryBuilder {
  const match = `"${phrase.join(' ').replaceAll('"', '""')}"${endsInPrefix(phrase) ? ' *' : ''}`
  return knex('document_search_rows')
    .select('document_id')
    .whereRaw('id IN (SELECT rowid FROM document_search WHERE document_search MATCH ?)', [match])
}

function containingOnPostgres(knex: Knex, phrase: readonly string[]): Knex.QueryBuilder {
  const match = phrase.map(quoteLexeme).join(' <-> ') + (endsInPrefix(phrase) ? ':*' : '')
  return knex('document_search').distinct('document_id').whereRaw('tokens @@ ?::tsquery', [match])
}

function endsInPrefix(phrase: readonly string[]): boolean {
  return /^[a-z0-9]{2,}$/.test(phrase.at(-1) ?? '')
}

/** Written straight into the `tsvector`: the text parser, which depends on the locale of the server, has no say. */
function quoteLexeme(token: string): string {
  return `'${token.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`
}

const CHUNK_TOKENS = 4_000 // positions end at 16,383, and one tsvector holds at most 1 MB
const LEXEME_POSITIONS = 255 // 256 a lexeme are kept, later ones are forgotten silently

function chunks(tokens: readonly string[]): string[][] {
  const parts: string[][] = []
  for (let start = 0; start < tokens.length; ) {
    const counts = new Map<string, number>()
    let end = start
    for (; end < tokens.length && end - start < CHUNK_TOKENS; end++) {
      const count = (counts.get(tokens[end]!) ?? 0) + 1
      if (count > LEXEME_POSITIONS) break
      counts.set(tokens[end]!, count)
    }
    parts.push(tokens.slice(start, end))
    if (end === tokens.length) break
    start = end - (PHRASE_MAX - 1)
  }
  return parts
}
