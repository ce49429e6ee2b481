variable "enabled" {
  type = bool
  default = null
}
variable "namespace" {
  type    = string
  default = null
}
variable "context" {
  type = any
  default = {
    enabled             = true
    namespace           = null
    tags                = {}
    attributes          = []
    delimiter           = null
    regex_replace_chars = null
    label_key_case      = null
    descriptor_formats  = {}
  }
  validation {
    condition     = lookup(var.context, "label_key_case", null) == null ? true : contains(["lower", "title", "upper"], var.context["label_key_case"])
    error_message = "Allowed values: `lower`, `title`, `upper`."
  }
}
variable "tags" {
  type    = map(string)
  default = { Owner = "ml", Blank = "" }
}
locals {
  defaults = { label_order = ["namespace", "name"], regex_replace_chars = "/[^-a-zA-Z0-9]/", delimiter = "-", replacement = "", id_length_limit = 0, id_hash_length = 5 }
  input = {
    enabled   = var.enabled == null ? var.context.enabled : var.enabled
    namespace = var.namespace == null ? var.context.namespace : var.namespace
    attributes = compact(distinct(concat(coalesce(var.context.attributes, []), ["x", "x", ""])))
    tags = merge(var.context.tags, var.tags)
  }
  enabled   = local.input.enabled
  delimiter = local.input.namespace == null ? local.defaults.delimiter : "_"
  string_label_names = ["namespace", "name"]
  normalized_labels = { for k in local.string_label_names : k =>
    lookup(local.input, k, null) == null ? "" : replace(local.input[k], local.defaults.regex_replace_chars, local.defaults.replacement)
  }
  tags_context = {
    namespace = local.normalized_labels.namespace
    name      = "svc"
    attributes = join(local.delimiter, local.input.attributes)
  }
  generated_tags = {
    for l in setintersection(keys(local.tags_context), ["name", "attributes", "namespace"]) :
    title(l) => local.tags_context[l] if length(local.tags_context[l]) > 0
  }
  tags = merge(local.generated_tags, { for k, v in local.input.tags : k => v if v != "" })
  id_full = join(local.delimiter, compact(concat([local.normalized_labels.namespace], local.input.attributes)))
  id_hash = substr(md5(local.id_full), 0, local.defaults.id_hash_length)
  id = local.defaults.id_length_limit != 0 && length(local.id_full) > local.defaults.id_length_limit ? "short" : local.id_full
  as_list = flatten([for key in keys(local.tags) : merge({ key = key, value = local.tags[key] }, { propagate = "true" })])
}
resource "terraform_data" "box" {
  count = local.enabled ? 1 : 0
  input = { tags = local.tags, id = local.id, hash = local.id_hash, list = local.as_list }
}
