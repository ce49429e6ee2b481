/**
 * What the inputs of a well-known registry module say about cost and tags, for where the module itself cannot be had:
 * a small module in its place, with the same addresses for what costs most, and nothing of which it is not certain.
 */
export interface KnownModule {
  /** In the public registry, with its subdirectory: `terraform-aws-modules/eks/aws`. */
  readonly source: string
  /** Terraform: the inputs that matter with the module's own defaults, and the resources made of them. */
  readonly main: string
  /** Modules that `main` calls as `./NAME`, where the real one has such resources in a module of its own. */
  readonly submodules?: Readonly<Record<string, string>>
}
