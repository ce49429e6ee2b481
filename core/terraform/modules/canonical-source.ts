import { parseModuleSource } from './module-source.ts'

/** The same text for all ways to write one source: `acme/vpc/aws` is `registry.terraform.io/acme/vpc/aws`. */
export function canonicalSource(source: string): string {
  const parsed = parseModuleSource(source)
  switch (parsed.kind) {
    case 'local':
    case 'unsupported':
      return source
    default:
      return JSON.stringify(Object.entries(parsed).sort(([a], [b]) => (a < b ? -1 : 1)))
  }
}
