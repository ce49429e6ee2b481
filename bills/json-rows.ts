import { readFileSync, statSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import type { ExportColumn, ReadRow } from '../core/index.ts'
import { isGzip, lineBatchesOf, linesOf } from './export-lines.ts'
import { BillError } from './open-bill.ts'
import { type ExportRows, type ReadTagsText, tagsOfRow, tagsReader } from './rows.ts'

export type Json = Readonly<Record<string, unknown>>

/** A document is read as a whole; exports of this size are written a charge a line. */
const MAX_DOCUMENT = 256 * 1024 * 1024
/** Fields of fields: BigQuery's and OpenCost's are two deep. */
const MAX_DEPTH = 4
const MAX_COLUMNS = 2000

/** Whether the file is one document, an array or an answer of OpenCost, rather than a charge a line. */
export async function isJsonDocument(file: string): Promise<boolean> {
  for await (const line of linesOf(file)) {
    const text = line.trim()
    if (text === '') continue
    const first = objectIn(text)
    return first === undefined || 'data' in first
  }
  return false
}

/** JSON lines: an object for each charge. */
export function jsonLineRows(file: string): ExportRows {
  async function* objects(): AsyncGenerator<readonly Json[]> {
    let number = 0
    for await (const lines of lineBatchesOf(file))
      yield lines.flatMap((line): readonly Json[] => {
        number++
        if (line.trim() === '') return []
        const object = objectIn(line)
        if (!object) throw new BillError(`${file}:${number}: it is no JSON object. expected one a line`)
        return [object]
      })
  }
  return rowsOf(objects)
}

/** One document: an array of charges, or what OpenCost answers, `data` as a list of sets of allocations by name. */
export function jsonDocumentRows(file: string): ExportRows {
  async function* objects(): AsyncGenerator<readonly Json[]> {
    yield chargesIn(documentIn(file), file)
  }
  return rowsOf(objects)
}

function documentIn(file: string): unknown {
  try {
    if (statSync(file).size > MAX_DOCUMENT)
      throw new Error(`it is larger than ${MAX_DOCUMENT} bytes. expected a charge a line`)
    const bytes = readFileSync(file)
    const text = isGzip(file) ? gunzipSync(bytes, { maxOutputLength: MAX_DOCUMENT }) : bytes
    return JSON.parse(text.toString('utf8').replace(/^\uFEFF/, ''))
  } catch (error) {
    throw new BillError(`${file}: ${(error as Error).message}`)
  }
}

function chargesIn(document: unknown, file: string): readonly Json[] {
  if (Array.isArray(document)) return document.filter(isObject)
  const data = isObject(document) ? document.data : undefined
  if (!Array.isArray(data))
    throw new BillError(`${file}: expected an array of charges, or an answer of OpenCost with "data"`)
  return data.flatMap((set: unknown) =>
    isObject(set)
      ? Object.entries(set).flatMap(([name, each]) => (isObject(each) ? [{ name, ...each }] : []))
      : [],
  )
}

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export function objectIn(line: string): Json | undefined {
  try {
    const parsed: unknown = JSON.parse(line)
    return isObject(parsed) ? parsed : undefined
  } catch {
    return undefined
  }
}

function rowsOf(objects: () => AsyncGenerator<readonly Json[]>): ExportRows {
  return {
    async columns() {
      const found = new Map<string, ExportColumn>()
      for await (const batch of objects()) for (const object of batch) addColumns(object, [], found)
      return [...found.values()]
    },
    async *rows() {
      const read = tagsReader()
      for await (const batch of objects()) yield batch.map((object) => rowOf(object, read))
    },
  }
}

/** Adds the columns that a charge has, fields of fields by their path. */
export function addColumns(object: Json, path: readonly string[], found: Map<string, ExportColumn>): void {
  for (const [key, value] of Object.entries(object)) {
    const inner = [...path, key]
    const name = inner.join('.')
    const known = found.get(name)
    if (known?.fields === undefined && found.size < MAX_COLUMNS) found.set(name, columnOf(name, value))
    if (isObject(value) && inner.length < MAX_DEPTH) addColumns(value, inner, found)
  }
}

function columnOf(name: string, value: unknown): ExportColumn {
  const entry: unknown = Array.isArray(value) ? value[0] : undefined
  if (!isObject(entry)) return { name }
  const fields = Object.keys(entry)
  return {
    name,
    fields,
    ...(fields.includes('key') && fields.includes('value') && { form: 'labels' as const }),
  }
}

export function rowOf(object: Json, read: ReadTagsText): ReadRow {
  const cell = (name: string): string | undefined => {
    let value: unknown = object
    for (const part of name.split('.'))
      value = isObject(value) && Object.hasOwn(value, part) ? value[part] : undefined
    if (value === null || value === undefined) return undefined
    return typeof value === 'object' ? JSON.stringify(value) : String(value)
  }
  return { cell, tags: tagsOfRow(cell, read) }
}
