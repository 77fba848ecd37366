CREATE TABLE `allowances` (
	`key` text PRIMARY KEY NOT NULL,
	`taken` integer NOT NULL,
	`until` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `allowances_until` ON `allowances` (`until`);--> statement-breakpoint
CREATE TABLE `lockouts` (
	`key` text PRIMARY KEY NOT NULL,
	`failures` integer NOT NULL,
	`last_at` integer NOT NULL,
	`locked_until` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `lockouts_last` ON `lockouts` (`last_at`);