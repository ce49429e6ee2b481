variable "team" { default = "nobody" }
variable "phase" { default = "nothing" }
variable "size" { default = "small" }

resource "terraform_data" "train" {
  input = "${var.team}/${var.phase}/${var.size}"
}
