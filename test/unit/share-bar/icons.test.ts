import * as installed from 'simple-icons'
import { expect, it } from 'vitest'
import { writeIcons } from '../../../scripts/icons/writeIcons.mjs'
import * as icons from '../../../src/share-bar/icons.js'

it('the icons are those of the installed simple-icons', async () => {
  const written = [...(await writeIcons()).matchAll(/^export const (\w+) =\s+'(.+)'$/gm)]
  expect(written.length).toBeGreaterThan(20)
  expect({ ...icons }).toEqual(Object.fromEntries(written.map(([, name, path]) => [name, path])))
  expect(icons.whatsappIcon).toBe(installed.siWhatsapp.path)
})

it.each(Object.entries(icons))('%s is nothing but a path', (_, path) => {
  expect(path).toMatch(/^[MmLlHhVvCcSsQqTtAaZz0-9 .,-]+$/)
})
