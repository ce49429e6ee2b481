import { unknown } from '../../domain/value.ts'
import { made, madeOfMany, numeric, text } from './define.ts'
import type { TerraformFunction } from './terraform-function.ts'

/** Functions whose result differs at every run, or takes more than reading to compute. Wrong use is still refused. */
export const unevaluatedFunctions = {
  base64gzip: made([text('str')], () => unknown('base64gzip() is not evaluated')),
  bcrypt: madeOfMany([text('str')], numeric('cost'), () =>
    unknown('bcrypt() gives another result at every run'),
  ),
  rsadecrypt: made([text('ciphertext'), text('privatekey')], () => unknown('rsadecrypt() is not evaluated')),
  uuid: made([], () => unknown('uuid() gives another result at every run')),
} satisfies Record<string, TerraformFunction>
