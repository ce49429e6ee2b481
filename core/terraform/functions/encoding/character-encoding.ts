import { string, unknown, type Value } from '../../../domain/value.ts'
import { ArgumentError } from '../terraform-function.ts'
import { decodeUtf8, encodeBase64, encodeUtf8 } from './base64.ts'

/** The encodings that `user_data` and PowerShell's `-EncodedCommand` are seen with; IANA has a thousand names. */
export function encodeCharacters(text: string, encoding: string): Value {
  switch (encoding.toUpperCase()) {
    case 'UTF-8':
      return string(encodeBase64(encodeUtf8(text)))
    case 'UTF-16LE':
      return string(encodeBase64(utf16(text, true)))
    case 'UTF-16BE':
    case 'UTF-16':
      return string(encodeBase64(utf16(text, false)))
    case 'ISO-8859-1':
      return string(encodeBase64(latin1(text)))
    default:
      return notEvaluated(encoding)
  }
}

export function decodeCharacters(bytes: Uint8Array, encoding: string): Value {
  const name = encoding.toUpperCase()
  if (name === 'ISO-8859-1') return string(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
  if (name === 'UTF-16LE' || name === 'UTF-16BE') {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    const units = Array.from({ length: bytes.length >> 1 }, (_, index) =>
      view.getUint16(index * 2, name === 'UTF-16LE'),
    )
    return string(units.map((unit) => String.fromCharCode(unit)).join(''))
  }
  if (name !== 'UTF-8') return notEvaluated(encoding)
  const decoded = decodeUtf8(bytes)
  if (decoded === undefined) throw new ArgumentError('the given bytes are not UTF-8', 'source')
  return string(decoded)
}

function notEvaluated(encoding: string): Value {
  return unknown(`the character encoding ${JSON.stringify(encoding)} is not evaluated`)
}

function utf16(text: string, littleEndian: boolean): Uint8Array {
  const view = new DataView(new ArrayBuffer(text.length * 2))
  for (let at = 0; at < text.length; at++) view.setUint16(at * 2, text.charCodeAt(at), littleEndian)
  return new Uint8Array(view.buffer)
}

function latin1(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => {
    const code = character.codePointAt(0)!
    if (code > 0xff)
      throw new ArgumentError(
        `the character ${JSON.stringify(character)} has no place in ISO-8859-1`,
        'string',
      )
    return code
  })
}
