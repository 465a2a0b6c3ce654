/**
 * `npm run icons` writes `src/share-bar/icons.ts`: the paths of the brand icons that share channels show, from simple-icons
 * (CC0; the marks stay with their brands). A test compares them with what is installed.
 */
import { writeFile } from 'node:fs/promises'
import { writeIcons } from './icons/writeIcons.mjs'
import { root } from './setup/root.mjs'

await writeFile(`${root}src/share-bar/icons.ts`, await writeIcons())
