/** A JSON string as Go's encoding/json writes it, safe to stand in HTML: what could end a script element is escaped. */
export function goJson(text: string): string {
  return JSON.stringify(text).replace(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}
