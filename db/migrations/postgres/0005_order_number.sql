ALTER TABLE "devices" ADD COLUMN "order_number" text collate "C";--> statement-breakpoint
ALTER TABLE "uploads" ADD COLUMN "order_number" text;