import { nearest } from '../../config/nearest.ts'

/** `. did you mean "name"?` where one of the names is near; else nothing. */
export function suggestion(name: string, names: Iterable<string>): string {
  const near = nearest(name, names)
  return near === undefined ? '' : `. did you mean "${near}"?`
}
