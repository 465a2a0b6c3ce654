/**
 * Neutral glyphs for what has no brand icon, as paths in a box of 24 by 24. Drawn for this project; holes run against the
 * clock.
 */
export const shareGlyph =
  'M12 2l5 5-1.4 1.4L13 5.8V15h-2V5.8L8.4 8.4 7 7zM4 11h4v2H6v7h12v-7h-2v-2h4v11H4z'
export const linkGlyph =
  'M11 7H7a5 5 0 0 0 0 10h4v-2H7a3 3 0 0 1 0-6h4zM13 7h4a5 5 0 0 1 0 10h-4v-2h4a3 3 0 0 0 0-6h-4zM8 11h8v2H8z'
export const mailGlyph = 'M2 4h20v16H2zM4 6v.5l8 6.2 8-6.2V6zM20 9l-8 6.2L4 9v9h16z'
export const messageGlyph = 'M3 3h18v14H10l-5 5v-5H3zM5 5v10h14V5z'
export const peopleGlyph =
  'M9 4a4 4 0 1 1 0 8 4 4 0 0 1 0-8zM1 20c0-4 3.6-6 8-6s8 2 8 6zM17 6a3 3 0 1 1 0 6zM18.5 14.3c2.7.5 4.5 2.2 4.5 5.7h-3c0-2.3-.5-4.2-1.5-5.7z'
export const moreGlyph =
  'M4 10a2 2 0 1 1 0 4 2 2 0 0 1 0-4zm8 0a2 2 0 1 1 0 4 2 2 0 0 1 0-4zm8 0a2 2 0 1 1 0 4 2 2 0 0 1 0-4z'
