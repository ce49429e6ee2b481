import type { SourceTree } from '../source/source-tree.ts'

/** Where GitHub and GitLab look. */
const PLACES = ['.github/CODEOWNERS', '.gitlab/CODEOWNERS', 'CODEOWNERS', 'docs/CODEOWNERS']
const MOST = 100

/** The teams that a repository's CODEOWNERS names, e.g. `@acme/fraud-ml`, each once. */
export function codeOwnerTeams(tree: SourceTree): readonly string[] {
  const text = PLACES.map((place) => tree.read(place)).find((found) => found !== undefined) ?? ''
  const teams = text
    .split('\n')
    .filter((line) => !line.trimStart().startsWith('#'))
    .flatMap((line) => line.match(/(?<=\s)@[A-Za-z0-9][\w.-]{0,99}\/[A-Za-z0-9][\w.-]{0,99}(?=\s|$)/g) ?? [])
  return [...new Set(teams)].slice(0, MOST)
}
