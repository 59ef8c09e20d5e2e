-- What one hosting instance costs in an hour, as far as somebody wrote it down.
create table price (
    region        text    collate "C" not null,
    instance_type text    collate "C" not null,
    amount        numeric not null check (amount >= 0 and amount < 1000000 and scale(amount) <= 6),
    currency      text    not null check (currency ~ '^[A-Z]{3}$'),
    -- a day, or a month where no more is known
    priced        text    not null check (priced ~ '^[0-9]{4}-[0-9]{2}(-[0-9]{2})?$'),
    source        text    not null check (length(source) between 1 and 200),
    primary key (region, instance_type)
);

insert into price (region, instance_type, amount, currency, priced, source)
select 'us-east-1', known.instance_type, known.amount, 'USD', '2025-04', 'AWS price list, AmazonSageMaker, hosting on demand'
from (values ('ml.m5.xlarge', 0.23), ('ml.c5.xlarge', 0.204), ('ml.c7i.xlarge', 0.214), ('ml.g4dn.xlarge', 0.7364),
             ('ml.g5.xlarge', 1.4084), ('ml.g5.2xlarge', 1.515), ('ml.g5.12xlarge', 7.09), ('ml.g6.2xlarge', 1.222),
             ('ml.inf2.xlarge', 0.99), ('ml.p4d.24xlarge', 37.688), ('ml.p5.48xlarge', 113.068)) as known (instance_type, amount);
