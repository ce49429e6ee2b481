import { Environment } from '@marcbachmann/cel-js'

const environment = new Environment({ unlistedVariablesAreDyn: true, enableOptionalTypes: true })

/** Evaluates CEL. Its `matches` is JavaScript's here, so what RE2 alone can read is written anew. */
export function cel(expression: string, variables: Readonly<Record<string, unknown>>): unknown {
  return environment.evaluate(asJavaScript(expression), variables)
}

/** Inside CEL's quotes a backslash is two. */
function asJavaScript(expression: string): string {
  return expression
    .replaceAll('\\\\p{Z}', String.raw` \\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000`)
    .replaceAll(/\\\\x\{([\da-f]{1,4})\}/g, (_, hex: string) => `\\\\u${hex.padStart(4, '0')}`)
}
