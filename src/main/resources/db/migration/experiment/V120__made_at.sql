-- when SageMaker says it was created, as the look showed that its Create was confirmed by
alter table experiment add column made_at timestamptz;
