import { ConfigurationError } from '../../domain/configuration-error.ts'

/** The version of every JSON output. Fields may be added within a version, never renamed or taken away. */
const JSON_VERSION = 1

/** One of our own documents; see `printDocument`. */
export function printJson(document: object): string {
  return printDocument({ version: JSON_VERSION, ...document })
}

/** The same, where what is missing is null throughout. */
export function printJsonWithNulls(document: object): string {
  return printDocument({ version: JSON_VERSION, ...document }, (_, value) => value ?? null)
}

/** Throws a `ConfigurationError` where the result is larger than one text can be, at 512 MiB. */
export function printDocument(document: object, replacer?: (key: string, value: unknown) => unknown): string {
  try {
    return `${JSON.stringify(document, replacer, 2)}\n`
  } catch (thrown) {
    // Nothing else in it can fail: documents are plain objects.
    if (!(thrown instanceof RangeError)) throw thrown
    throw new ConfigurationError(
      'the result is larger than one JSON text can be. name a folder that holds less',
    )
  }
}
