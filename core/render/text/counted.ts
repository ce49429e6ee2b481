import { grouped } from '../amounts/amount.ts'

/** `1 resource`, `3 resources`, `1,204 resources`; another plural where an `s` is not it. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${grouped(String(count))} ${count === 1 ? one : many}`
}
