import { string, type Value } from '../../domain/value.ts'
import { md5 } from '../../source/hash/md5.ts'
import { sha1 } from '../../source/hash/sha1.ts'
import { sha256, sha512 } from '../../source/hash/sha2.ts'
import { made, text } from './define.ts'
import { encodeBase64, encodeUtf8 } from './encoding/base64.ts'
import { readingFile } from './filesystem-functions.ts'
import { ArgumentError, type TerraformFunction } from './terraform-function.ts'

type Hash = (message: Uint8Array) => Uint8Array

/** The hash of a text, in digits or in base64. */
const hex = (hash: Hash) => (content: string) => string(hexadecimal(hash(encodeUtf8(content))))
const base64 = (hash: Hash) => (content: string) => string(encodeBase64(hash(encodeUtf8(content))))

export const hashFunctions = {
  base64sha256: made([text('str')], base64(sha256)),
  base64sha512: made([text('str')], base64(sha512)),
  filebase64sha256: readingFile('filebase64sha256', base64(sha256)),
  filebase64sha512: readingFile('filebase64sha512', base64(sha512)),
  filemd5: readingFile('filemd5', hex(md5)),
  filesha1: readingFile('filesha1', hex(sha1)),
  filesha256: readingFile('filesha256', hex(sha256)),
  filesha512: readingFile('filesha512', hex(sha512)),
  md5: made([text('str')], hex(md5)),
  sha1: made([text('str')], hex(sha1)),
  sha256: made([text('str')], hex(sha256)),
  sha512: made([text('str')], hex(sha512)),
  uuidv5: made([text('namespace'), text('name')], uuidv5),
} satisfies Record<string, TerraformFunction>

function hexadecimal(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** RFC 4122, appendix C. */
const NAMESPACES: Readonly<Record<string, string>> = {
  dns: '6ba7b810-9dad-11d1-80b4-00c04fd430c8',
  url: '6ba7b811-9dad-11d1-80b4-00c04fd430c8',
  oid: '6ba7b812-9dad-11d1-80b4-00c04fd430c8',
  x500: '6ba7b814-9dad-11d1-80b4-00c04fd430c8',
}

function uuidv5(namespace: string, name: string): Value {
  const id = (Object.hasOwn(NAMESPACES, namespace) ? NAMESPACES[namespace]! : namespace).toLowerCase()
  if (!/^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/.test(id))
    throw new ArgumentError(
      `uuidv5() doesn't support namespace ${JSON.stringify(namespace)}. expected dns, url, oid, x500 or a UUID`,
      'namespace',
    )
  const prefix = Uint8Array.from(id.replaceAll('-', '').match(/../g)!, (pair) => Number.parseInt(pair, 16))
  const digest = sha1(Uint8Array.from([...prefix, ...encodeUtf8(name)])).slice(0, 16)
  digest[6] = (digest[6]! & 0x0f) | 0x50
  digest[8] = (digest[8]! & 0x3f) | 0x80
  return string(hexadecimal(digest).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-'))
}
