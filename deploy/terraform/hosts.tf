# Session Manager instead of SSH: no open port, no keys, and it is logged who came.
resource "aws_iam_role" "host" {
  name = "${var.name}-host"

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { Service = "ec2.amazonaws.com" }
    }]
  })
}

resource "aws_iam_role_policy_attachment" "host" {
  role       = aws_iam_role.host.name
  policy_arn = "arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore"
}

resource "aws_iam_instance_profile" "host" {
  name = "${var.name}-host"
  role = aws_iam_role.host.name
}

resource "aws_instance" "web" {
  count = var.web_count

  ami                    = var.image_id
  instance_type          = var.web_type
  subnet_id              = aws_subnet.private[count.index % 3].id
  vpc_security_group_ids = [aws_security_group.role["web"].id]
  iam_instance_profile   = aws_iam_instance_profile.host.name

  user_data = <<-EOT
    #cloud-config
    package_update: true
    packages: [openjdk-17-jre-headless, nginx, nfs-common, prometheus-node-exporter]
  EOT

  metadata_options {
    http_tokens = "required"
  }

  root_block_device {
    volume_type = "gp3"
    volume_size = 30
    encrypted   = true
  }

  tags = {
    Name = "${var.name}-web-${count.index}"
  }

  # The JMS store and the transaction log lie on its disk: a new image is no reason to throw it away.
  lifecycle {
    ignore_changes = [ami, user_data]
  }
}

resource "aws_instance" "worker" {
  count = var.worker_count

  ami                    = var.image_id
  instance_type          = var.worker_type
  subnet_id              = aws_subnet.private[count.index % 3].id
  vpc_security_group_ids = [aws_security_group.role["worker"].id]
  iam_instance_profile   = aws_iam_instance_profile.host.name

  user_data = <<-EOT
    #cloud-config
    package_update: true
    packages: [openjdk-17-jre-headless, nfs-common, prometheus-node-exporter]
  EOT

  metadata_options {
    http_tokens = "required"
  }

  root_block_device {
    volume_type = "gp3"
    volume_size = 30
    encrypted   = true
  }

  tags = {
    Name = "${var.name}-worker-${count.index}"
  }
}
