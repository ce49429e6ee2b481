import type { TerraformFunction } from './terraform-function.ts'

/** Every function of Terraform 1.11 by name, except `try` and `can`. */
export const functions: Readonly<Record<string, TerraformFunction>> = {}
