import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { RequestHandler } from 'express'
import { rootPath } from '../root.ts'

/** The stylesheet's parts in the order they cascade; they are served as one. */
const DESK_CSS = [
  'tokens',
  'elements',
  'frame',
  'cards',
  'controls',
  'chips',
  'inbox',
  'lists',
  'lead',
  'matters',
  'letters',
  'joint',
  'paper',
  'finding',
  'ruling',
  'law',
  'score',
  'intake',
  'calls',
  'models',
  'worksheet',
  'session',
  'narrow',
  'phone',
  'print',
]

const TYPES = {
  'desk.css': 'text/css; charset=utf-8',
  'desk.js': 'text/javascript; charset=utf-8',
  'calls.js': 'text/javascript; charset=utf-8',
  'mark.svg': 'image/svg+xml',
} as const
type AssetName = keyof typeof TYPES

interface Asset {
  path: string
  type: string
  bytes: Buffer
}

const ASSETS = Object.fromEntries(Object.entries(TYPES).map(([name, type]) => [name, load(name, type)])) as Record<
  AssetName,
  Asset
>

/** The address of a stylesheet or script; it changes with the content, so that browsers may keep it for ever. */
export function assetPath(name: AssetName): string {
  return ASSETS[name].path
}

/** Answers `/assets/<name>.<hash>.<extension>`; an address of an older version is not there any more. */
export const serveAssets: RequestHandler = (req, res, next) => {
  const asset = Object.values(ASSETS).find(({ path }) => path === req.path)
  if (!asset || (req.method !== 'GET' && req.method !== 'HEAD')) return next()
  res.set({ 'Content-Type': asset.type, 'Cache-Control': 'public, max-age=31536000, immutable' }).send(asset.bytes)
}

function load(name: string, type: string): Asset {
  const bytes = name === 'desk.css' ? deskCss() : readFileSync(rootPath(`src/web/assets/${name}`))
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 12)
  const at = name.lastIndexOf('.')
  return { path: `/assets/${name.slice(0, at)}.${hash}${name.slice(at)}`, type, bytes }
}

function deskCss(): Buffer {
  return Buffer.concat(DESK_CSS.map((part) => readFileSync(rootPath(`src/web/assets/desk/${part}.css`))))
}
