resource "terraform_data" "node" {
  count = var.job.count
  input = {
    name   = "${var.name}-${count.index}"
    type   = var.job.type
    volume = var.job.volume
    subnet = element(var.subnet_ids, count.index)
    tags   = var.tags
  }
}
