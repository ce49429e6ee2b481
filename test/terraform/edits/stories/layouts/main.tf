resource "aws_s3_bucket" "empty" {}

resource "aws_s3_bucket" "one_line" { bucket = "features" }

resource "aws_s3_bucket" "only_comment" {
  # made by hand in 2021
}

resource "aws_s3_bucket" "empty_map" {
  bucket = "features"
  tags   = {}
}

resource "aws_s3_bucket" "noted_map" {
  bucket = "features"
  tags = {
    # to be agreed on
  }
}

resource "aws_s3_bucket" "long_line" {
  bucket = "features"
  tags   = { Name = "features", description = "what the fraud and ranking models read every hour" }
  acl    = "private"
}

resource "aws_s3_bucket" "commas" {
  bucket = "features"
  tags = {
    Name = "features", # first
    tier = "gold",     # second
  }
}

resource "aws_s3_bucket" "commas_between" {
  bucket = "features"
  tags = {
    "Name" : "features",
    "tier" : "gold" # last
  }
}

resource "aws_s3_bucket" "computed_keys" {
  bucket = "features"
  tags = {
    ("Na${"me"}") = "features"
  }
}

resource "aws_s3_bucket" "heredoc" {
  bucket = "features"
  tags = {
    Name = "features"
    note = <<EOT
read by fraud
EOT
  }
}

resource "aws_s3_bucket" "null" {
  bucket = "features"
  tags   = null
}

resource "aws_s3_bucket" "parentheses" {
  bucket = "features"
  tags   = ({ Name = "features" })
}

resource "aws_s3_bucket" "closing_brace" {
  bucket = "features"
  tags = {
  Name = "features" }
}

resource "aws_s3_bucket" "arguments_on_lines" {
  bucket = "features"
  tags = merge(
    tomap({ tier = "gold" }),
    { for name in ["a"] : name => "b" },
  )
}

resource "aws_s3_bucket" "expanded" {
  bucket = "features"
  tags   = merge([{ tier = "gold" }]...)
}
