import { existsSync, readdirSync } from 'node:fs'

/**
 * Lists WebKitGTK's test browsers. Debian keeps them below a folder named after the machine (`x86_64-linux-gnu`) and the
 * version of WebKitGTK's interface (`webkit2gtk-4.1`), the newest first here.
 *
 * @returns {string[]}
 */
export function findMiniBrowsers() {
  const folders = ['/usr/lib', '/usr/libexec']
  return folders
    .filter((folder) => existsSync(folder))
    .flatMap((folder) => [
      folder,
      ...readdirSync(folder)
        .filter((name) => name.includes('-linux-'))
        .map((name) => `${folder}/${name}`),
    ])
    .flatMap((folder) =>
      readdirSync(folder)
        .filter((name) => /^webkit2?gtk-\d/.test(name))
        .map((name) => `${folder}/${name}/MiniBrowser`),
    )
    .filter((path) => existsSync(path))
    .sort()
    .reverse()
}
