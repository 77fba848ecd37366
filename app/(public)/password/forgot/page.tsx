import { AskForm } from './ask-form';

export const metadata = { title: 'Forgot your password?' };

export default function ForgotPasswordPage() {
  return (
    <div className="mx-auto grid max-w-sm gap-6 py-8 sm:py-16">
      <h1 className="text-2xl tracking-tight">Forgot your password?</h1>
      <AskForm />
    </div>
  );
}
