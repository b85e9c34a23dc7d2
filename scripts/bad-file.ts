/**
 * What keeps a file from being read, in both languages.
 * @returns undefined where something else went wrong
 */
export function badFile(error: unknown): string | undefined {
  const { code = '', message, syscall } = error as NodeJS.ErrnoException
  if (syscall === undefined && !Object.hasOwn(FILES, code)) return undefined
  return FILES[code] ? `${FILES[code]} (${code})` : `cannot be read / 无法读取: ${message}`
}

const FILES: Record<string, string> = {
  ENOENT: 'no such file or folder / 没有此文件或目录',
  ENOTDIR: 'no such file or folder / 没有此文件或目录',
  EACCES: 'may not be read / 无读取权限',
  EPERM: 'may not be read / 无读取权限',
  ERR_FS_FILE_TOO_LARGE: 'too large / 文件过大',
  EISDIR: 'is a folder / 是目录，不是文件',
}
