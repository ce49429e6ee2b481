/** The version of every JSON output. Fields may be added within a version, never renamed or taken away. */
export const JSON_VERSION = 1

export function printJson(document: object): string {
  return `${JSON.stringify({ version: JSON_VERSION, ...document }, undefined, 2)}\n`
}
