import { conversionFunctions } from './conversion-functions.ts'
import { listFunctions } from './list-functions.ts'
import { mapFunctions } from './map-functions.ts'
import { numericFunctions } from './numeric-functions.ts'
import { searchFunctions } from './search-functions.ts'
import { setFunctions } from './set-functions.ts'
import type { TerraformFunction } from './terraform-function.ts'
import { textFunctions } from './text-functions.ts'

/** Every function of Terraform 1.11 by name, except `try` and `can`. */
export const functions: Readonly<Record<string, TerraformFunction>> = {
  ...conversionFunctions,
  ...listFunctions,
  ...mapFunctions,
  ...numericFunctions,
  ...searchFunctions,
  ...setFunctions,
  ...textFunctions,
}
