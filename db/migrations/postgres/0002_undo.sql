ALTER TABLE "uploads" ADD COLUMN "canceled_by" uuid;--> statement-breakpoint
ALTER TABLE "uploads" ADD COLUMN "undone_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "uploads" ADD COLUMN "undone_by" uuid;--> statement-breakpoint
ALTER TABLE "uploads" ADD COLUMN "undo_finished_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "uploads" ADD COLUMN "deregistered" integer;--> statement-breakpoint
ALTER TABLE "uploads" ADD CONSTRAINT "uploads_canceled_by_users_id_fk" FOREIGN KEY ("canceled_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "uploads" ADD CONSTRAINT "uploads_undone_by_users_id_fk" FOREIGN KEY ("undone_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;