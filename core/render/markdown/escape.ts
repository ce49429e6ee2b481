import { cutMiddle } from '../text/display-width.ts'
import { visible } from '../text/visible.ts'

/** Names are cut to this, in the middle. */
const MOST_NAME = 64
/** Sentences that quote names are cut to this. */
const MOST_SENTENCE = 300

/** Zero width space: between two characters that GitHub would make a mention, a reference or a link of. */
const BREAK = '&#8203;'

/**
 * A name from the files under review as Markdown text: it is shown as it is, and does nothing. It mentions nobody,
 * links nowhere, ends no table cell and forges no marker.
 */
export function nameText(text: string): string {
  return escaped(cutMiddle(visible(text), MOST_NAME))
}

/** A sentence that may quote such names. */
export function sentenceText(text: string): string {
  return escaped(cutMiddle(visible(text), MOST_SENTENCE))
}

/**
 * A name as code. Nothing is a mention, reference, link or tag in there; what could end the span or a table's cell is
 * written otherwise.
 */
export function nameCode(text: string): string {
  return codeSpan(cutMiddle(visible(text), MOST_NAME))
}

/** A path with what follows it, `:14`, which is never cut. */
export function placeCode(path: string, suffix: string): string {
  return codeSpan(cutMiddle(visible(path), MOST_NAME) + suffix)
}

/**
 * A backtick and a pipe become the letters that look like them: every span is one pair of single backticks, and a
 * backslash cannot undo an escape. Elsewhere in code, nothing needs one.
 */
function codeSpan(text: string): string {
  const safe = text.trim().replaceAll('`', 'ˋ').replaceAll('|', '∣').replaceAll('<!--', '<! --')
  return safe === '' ? NAMELESS : `\`${safe}\``
}

const NAMELESS = '(empty)'

function escaped(text: string): string {
  const safe = text
    .trim()
    .replace(/[&<>[\]`*~|\\^$]/g, entity)
    // Inside a word an underscore is only that.
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, entity)
    // At the start of a line: headings, lists, rules.
    .replace(/^[#+=-]/, entity)
    .replace(/^(\d+)([.)])/, (_, digits: string, mark: string) => digits + entity(mark))
    .replaceAll('@', `@${BREAK}`)
    .replace(/(?<!&)#(?=\d)/g, `#${BREAK}`)
    // GitLab's merge requests and milestones.
    .replace(/!(?=\d)|%(?=[\w"])/g, `$&${BREAK}`)
    .replace(/:(?=\/\/)/g, `:${BREAK}`)
    .replace(/\bwww(?=\.)/gi, `$&${BREAK}`)
    .replace(/\bGH(?=-\d)/gi, `$&${BREAK}`)
  return safe === '' ? NAMELESS : safe
}

function entity(character: string): string {
  return `&#${character.charCodeAt(0)};`
}
