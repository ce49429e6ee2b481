import { unknown } from '../../domain/value.ts'
import { made, madeOfMany, numeric, text } from './define.ts'
import type { TerraformFunction } from './terraform-function.ts'

/** Functions whose result differs at every run, or takes more than reading to compute. Wrong use is still refused. */
export const unevaluatedFunctions = {
  base64gzip: unevaluated('base64gzip', 'str'),
  base64sha256: unevaluated('base64sha256', 'str'),
  base64sha512: unevaluated('base64sha512', 'str'),
  bcrypt: madeOfMany([text('str')], numeric('cost'), () =>
    unknown('bcrypt() gives another result at every run'),
  ),
  filebase64sha256: unevaluated('filebase64sha256', 'path'),
  filebase64sha512: unevaluated('filebase64sha512', 'path'),
  filemd5: unevaluated('filemd5', 'path'),
  filesha1: unevaluated('filesha1', 'path'),
  filesha256: unevaluated('filesha256', 'path'),
  filesha512: unevaluated('filesha512', 'path'),
  md5: unevaluated('md5', 'str'),
  rsadecrypt: unevaluated('rsadecrypt', 'ciphertext', 'privatekey'),
  sha1: unevaluated('sha1', 'str'),
  sha256: unevaluated('sha256', 'str'),
  sha512: unevaluated('sha512', 'str'),
  uuid: made([], () => unknown('uuid() gives another result at every run')),
  uuidv5: unevaluated('uuidv5', 'namespace', 'name'),
} satisfies Record<string, TerraformFunction>

function unevaluated(name: string, ...parameters: readonly string[]): TerraformFunction {
  return made(parameters.map(text), () => unknown(`${name}() is not evaluated`))
}
