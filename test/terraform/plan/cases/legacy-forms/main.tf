variable "names" {
  type    = list
  default = ["a", "b"]
}

variable "labels" {
  type    = map
  default = { team = "fraud" }
}

resource "terraform_data" "old" {
  count = "${length(var.names)}"
  input = "${element(var.names, count.index + 1)}-${lookup(var.labels, "none", "default")}"
}

resource "terraform_data" "whole" {
  input = "${merge(var.labels, { names = "${join(",", var.names)}" })}"
}
