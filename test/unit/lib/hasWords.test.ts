import { expect, it } from 'vitest'
import { hasWords } from '../../../src/lib/hasWords.js'

it.each<[string, string, number]>([
  ['words between blanks and signs', 'It was — as one says — quiet, “here”.', 7],
  ['a hyphen and an apostrophe within words', "the so-called reader's digest", 4],
  ['numbers', '41 people, 3,5 hours', 5],
  ['decomposed letters as one', 'e\u0301te\u0301 nai\u0308f', 2],
  ['Arabic', 'كان صباحا هادئا في الميناء', 5],
  ['Hindi with its vowel signs', 'सुबह शांत थी', 3],
  ['Korean', '조용한 아침이었다', 2],
  ['two signs of Chinese as one', '船很早就回来了', 4],
  ['two signs of Japanese as one', '静かな朝でした', 4],
  ['Japanese between words', 'Tokyo は 東京 です', 4],
  ['Japanese beside words', 'iPhone15の発表', 3],
  ['Japanese with long vowels', 'コーヒーを飲む', 4],
  ['no hyphens and quotes by themselves', "one - two ' three --", 3],
  ['no signs', ' \n… !? 👋 — ', 0],
  ['nothing', '', 0],
])('counts %s', (_, text, count) => {
  expect(hasWords(text, count)).toBe(true)
  expect(hasWords(text, count + 1)).toBe(false)
})

it('asks for none where zero are wanted', () => {
  expect(hasWords('', 0)).toBe(true)
})

it('is linear in long texts without a word', () => {
  // Processor time, because machines are shared; without the linear way it is minutes.
  const start = process.cpuUsage()
  for (const sign of ['-', "'", ' ', '.', '船', '\u0301'])
    hasWords(sign.repeat(200_000), Number.MAX_SAFE_INTEGER)
  const { user, system } = process.cpuUsage(start)
  expect(user + system).toBeLessThan(5e6)
})
