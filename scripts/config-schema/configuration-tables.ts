import { rows } from './json-schema.ts'

const MARKER = /<!-- keys:(\S+) -->\n[\s\S]*?<!-- \/keys -->/g

/** The page with the table of each `<!-- keys:section -->` written anew. Fails where a section is named that is none. */
export function configurationTables(page: string): string {
  const all = rows()
  return page.replace(MARKER, (_, section: string) => {
    const own = all.filter(({ path }) => path === section || path.startsWith(`${section}.`))
    if (own.length === 0) throw new Error(`docs/configuration.md: "${section}" is no key of ascribe.yml`)
    const lines = own.map(({ path, type, isRequired, description }) => {
      const notes = [description, isRequired ? 'Required.' : '']
      return `| \`${path}\` | ${type} | ${notes.filter((note) => note !== '').join(' ')} |`
    })
    const head = '| Key | Value | |\n| --- | --- | --- |'
    return `<!-- keys:${section} -->\n${head}\n${lines.join('\n')}\n<!-- /keys -->`
  })
}
