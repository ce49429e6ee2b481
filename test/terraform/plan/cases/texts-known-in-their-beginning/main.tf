resource "terraform_data" "cluster" {}

locals {
  id    = terraform_data.cluster.id
  ends  = ["a", "1", "-", "_", ":", "/", ".", " ", "\"", "(", "é", "=", "<", "`", "\t", "\n", "~"]
  asked = { for end in local.ends : end => startswith("ab${end}${local.id}", "ab${end}") }
}

resource "terraform_data" "by_end" {
  input = local.asked
}

resource "terraform_data" "decided" {
  input = {
    not_empty      = "ml-${local.id}" != ""
    is_empty       = "ml-${local.id}" == ""
    is_null        = "ml-${local.id}" == null
    is_another     = "ml-${local.id}" == "fraud"
    is_a_number    = "ml-${local.id}" == 1
    in_a_list      = ["ml-${local.id}"] == ["fraud"]
    starts         = startswith("ml-${local.id}", "ml")
    does_not_start = startswith("ml-${local.id}", "fraud")
    of_a_directive = "%{if true}ml-%{endif}${local.id}" == "fraud"
    wrapped        = "${"ml-${local.id}"}" != ""
    chosen         = "ml-${local.id}" == "" ? "none" : "some"
  }
}

resource "terraform_data" "undecided" {
  input = {
    one_letter   = "x${local.id}" != ""
    at_the_end   = "${local.id}-ml" != ""
    longer       = startswith("ml-${local.id}", "ml-fraud")
    same         = "ml-${local.id}" == "ml-${local.id}"
    two          = "ml-${local.id}" == "fraud-${local.id}"
    upper        = upper("ml-${local.id}") != ""
    in_another   = "${"ml-${local.id}"}-b" != ""
    by_condition = "m%{if local.id == "x"}l-%{endif}" != ""
  }
}

resource "terraform_data" "counted" {
  count = "ml-${local.id}" != "" ? 2 : 0
  input = count.index
}
