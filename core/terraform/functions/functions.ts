import { conversionFunctions } from './conversion-functions.ts'
import { dateFunctions } from './date-functions.ts'
import { encodingFunctions } from './encoding-functions.ts'
import { filesystemFunctions } from './filesystem-functions.ts'
import { formatFunctions } from './format-functions.ts'
import { hashFunctions } from './hash-functions.ts'
import { listFunctions } from './list-functions.ts'
import { mapFunctions } from './map-functions.ts'
import { networkFunctions } from './network-functions.ts'
import { numericFunctions } from './numeric-functions.ts'
import { regexFunctions } from './regex-functions.ts'
import { searchFunctions } from './search-functions.ts'
import { setFunctions } from './set-functions.ts'
import type { TerraformFunction } from './terraform-function.ts'
import { textFunctions } from './text-functions.ts'
import { unevaluatedFunctions } from './unevaluated-functions.ts'

/** Every function of Terraform 1.11 by name, except `try` and `can`. */
export const functions: Readonly<Record<string, TerraformFunction>> = {
  ...conversionFunctions,
  ...dateFunctions,
  ...encodingFunctions,
  ...filesystemFunctions,
  ...formatFunctions,
  ...hashFunctions,
  ...listFunctions,
  ...mapFunctions,
  ...networkFunctions,
  ...numericFunctions,
  ...regexFunctions,
  ...searchFunctions,
  ...setFunctions,
  ...textFunctions,
  ...unevaluatedFunctions,
}
