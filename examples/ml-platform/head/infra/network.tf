resource "aws_vpc" "platform" {
  cidr_block           = var.vpc_cidr
  enable_dns_hostnames = true
  tags                 = merge(local.platform_tags, { Name = "ml-platform" })
}

resource "aws_internet_gateway" "platform" {
  vpc_id = aws_vpc.platform.id
  tags   = local.platform_tags
}

resource "aws_subnet" "public" {
  count = length(var.availability_zones)

  vpc_id                  = aws_vpc.platform.id
  availability_zone       = var.availability_zones[count.index]
  cidr_block              = cidrsubnet(var.vpc_cidr, 4, count.index)
  map_public_ip_on_launch = true
  tags                    = merge(local.platform_tags, { Name = "ml-platform-public-${count.index}" })
}

resource "aws_subnet" "private" {
  count = length(var.availability_zones)

  vpc_id            = aws_vpc.platform.id
  availability_zone = var.availability_zones[count.index]
  cidr_block        = cidrsubnet(var.vpc_cidr, 4, count.index + 8)
  tags              = merge(local.platform_tags, { Name = "ml-platform-private-${count.index}" })
}

resource "aws_eip" "nat" {
  count = length(var.availability_zones)

  domain = "vpc"
  tags   = merge(local.platform_tags, { lifecycle_phase = "data_pipeline" })
}

resource "aws_nat_gateway" "platform" {
  count = length(var.availability_zones)

  allocation_id = aws_eip.nat[count.index].id
  subnet_id     = aws_subnet.public[count.index].id
  tags          = merge(local.platform_tags, { lifecycle_phase = "data_pipeline" })

  depends_on = [aws_internet_gateway.platform]
}

resource "aws_route_table" "public" {
  vpc_id = aws_vpc.platform.id
  tags   = local.platform_tags

  route {
    cidr_block = "0.0.0.0/0"
    gateway_id = aws_internet_gateway.platform.id
  }
}

resource "aws_route_table_association" "public" {
  count = length(var.availability_zones)

  subnet_id      = aws_subnet.public[count.index].id
  route_table_id = aws_route_table.public.id
}

resource "aws_route_table" "private" {
  count = length(var.availability_zones)

  vpc_id = aws_vpc.platform.id
  tags   = local.platform_tags

  route {
    cidr_block     = "0.0.0.0/0"
    nat_gateway_id = aws_nat_gateway.platform[count.index].id
  }
}

resource "aws_route_table_association" "private" {
  count = length(var.availability_zones)

  subnet_id      = aws_subnet.private[count.index].id
  route_table_id = aws_route_table.private[count.index].id
}

# In front of the models' APIs, which run on the cluster.
resource "aws_lb" "inference" {
  name               = "ml-inference"
  load_balancer_type = "application"
  subnets            = aws_subnet.public[*].id
  security_groups    = [aws_security_group.inference.id]
  tags               = local.platform_tags
}

resource "aws_security_group" "inference" {
  name_prefix = "ml-inference-"
  description = "HTTPS to the inference load balancer"
  vpc_id      = aws_vpc.platform.id
  tags        = local.platform_tags
}

resource "aws_vpc_security_group_ingress_rule" "inference_https" {
  security_group_id = aws_security_group.inference.id
  description       = "HTTPS"
  cidr_ipv4         = "0.0.0.0/0"
  ip_protocol       = "tcp"
  from_port         = 443
  to_port           = 443
}

resource "aws_lb_target_group" "inference" {
  name        = "ml-inference"
  target_type = "ip"
  protocol    = "HTTP"
  port        = 8080
  vpc_id      = aws_vpc.platform.id
  tags        = local.platform_tags
}

resource "aws_lb_listener" "inference" {
  load_balancer_arn = aws_lb.inference.arn
  protocol          = "HTTPS"
  port              = 443
  certificate_arn   = data.aws_acm_certificate.inference.arn
  tags              = local.platform_tags

  default_action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.inference.arn
  }
}

data "aws_acm_certificate" "inference" {
  domain      = "ml.acme.example"
  most_recent = true
}
