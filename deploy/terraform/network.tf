data "aws_availability_zones" "available" {
  state = "available"
}

locals {
  # Three: Kafka keeps three copies, each in a zone of its own.
  zones = slice(data.aws_availability_zones.available.names, 0, 3)
}

resource "aws_vpc" "main" {
  cidr_block           = var.cidr
  enable_dns_support   = true
  enable_dns_hostnames = true

  tags = {
    Name = var.name
  }
}

resource "aws_internet_gateway" "main" {
  vpc_id = aws_vpc.main.id
}

resource "aws_subnet" "public" {
  count = 3

  vpc_id            = aws_vpc.main.id
  availability_zone = local.zones[count.index]
  cidr_block        = cidrsubnet(var.cidr, 8, count.index)

  tags = {
    Name = "${var.name}-public-${count.index}"
  }
}

resource "aws_subnet" "private" {
  count = 3

  vpc_id            = aws_vpc.main.id
  availability_zone = local.zones[count.index]
  cidr_block        = cidrsubnet(var.cidr, 8, 10 + count.index)

  tags = {
    Name = "${var.name}-private-${count.index}"
  }
}

# For packages of the system and for Session Manager; nobody comes in this way.
resource "aws_eip" "nat" {
  domain = "vpc"
}

resource "aws_nat_gateway" "main" {
  allocation_id = aws_eip.nat.id
  subnet_id     = aws_subnet.public[0].id

  depends_on = [aws_internet_gateway.main]
}

resource "aws_route_table" "public" {
  vpc_id = aws_vpc.main.id

  route {
    cidr_block = "0.0.0.0/0"
    gateway_id = aws_internet_gateway.main.id
  }
}

resource "aws_route_table" "private" {
  vpc_id = aws_vpc.main.id

  route {
    cidr_block     = "0.0.0.0/0"
    nat_gateway_id = aws_nat_gateway.main.id
  }
}

resource "aws_route_table_association" "public" {
  count = 3

  subnet_id      = aws_subnet.public[count.index].id
  route_table_id = aws_route_table.public.id
}

resource "aws_route_table_association" "private" {
  count = 3

  subnet_id      = aws_subnet.private[count.index].id
  route_table_id = aws_route_table.private.id
}

# Passes TCP on: Nginx on the web servers ends TLS, and sees who called.
resource "aws_lb" "web" {
  name               = "${var.name}-web"
  load_balancer_type = "network"
  subnets            = aws_subnet.public[*].id
  security_groups    = [aws_security_group.role["balancer"].id]

  enable_cross_zone_load_balancing = true
}

resource "aws_lb_target_group" "web" {
  for_each = toset(["80", "443"])

  name                 = "${var.name}-web-${each.key}"
  vpc_id               = aws_vpc.main.id
  port                 = tonumber(each.key)
  protocol             = "TCP"
  preserve_client_ip   = true
  deregistration_delay = 30

  health_check {
    protocol            = "HTTPS"
    port                = 443
    path                = "/api/health"
    interval            = 10
    healthy_threshold   = 2
    unhealthy_threshold = 2
  }
}

resource "aws_lb_listener" "web" {
  for_each = aws_lb_target_group.web

  load_balancer_arn = aws_lb.web.arn
  port              = each.value.port
  protocol          = "TCP"

  default_action {
    type             = "forward"
    target_group_arn = each.value.arn
  }
}

resource "aws_lb_target_group_attachment" "web" {
  for_each = {
    for pair in setproduct(keys(aws_lb_target_group.web), range(var.web_count)) :
    "${pair[0]}-${pair[1]}" => { port = pair[0], host = tonumber(pair[1]) }
  }

  target_group_arn = aws_lb_target_group.web[each.value.port].arn
  target_id        = aws_instance.web[each.value.host].id
}
