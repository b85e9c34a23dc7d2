import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'

/** Whether LibreOffice is on this machine. */
export const sofficeAvailable = inPath('soffice') !== undefined

/** Converts every .docx of a folder to .pdf beside it, in one run, under a profile of its own. */
export async function convertToPdf(folder: string, files: readonly string[]): Promise<void> {
  await promisify(execFile)(
    inPath('soffice')!,
    [
      `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`,
      '--headless',
      '--convert-to',
      'pdf',
      '--outdir',
      folder,
      ...files,
    ],
    { timeout: 110_000, cwd: folder },
  )
}

function inPath(program: string): string | undefined {
  return (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, program))
    .find(existsSync)
}
