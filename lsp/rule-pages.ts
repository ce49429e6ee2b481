import { existsSync } from 'node:fs'

/** From the source, from the package's bundle, and from the extension's. */
const PLACES = ['../docs/rules/', '../../docs/rules/']

/** The folder of the pages that come with this installation, as a URI with a slash at its end; undefined where none do. */
export function installedRulePages(): string | undefined {
  return PLACES.map((place) => new URL(place, import.meta.url)).find((url) => existsSync(url))?.href
}
