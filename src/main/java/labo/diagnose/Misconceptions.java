package labo.diagnose;

import java.util.List;

/** The catalogue: every misconception that is recognised, the more telling of two that coincide first. */
public final class Misconceptions {
    private static final List<Misconception> ALL = List.of(
            new InvalidSyntax(),
            new ModuleShadowed(),
            new Delegated(),
            new CallWithoutParentheses(),
            new NothingExecuted(),
            new ErrorSwallowed(),
            new MissingImport(),
            new UndefinedName(),
            new StrNotBytes(),
            new WaitsForKeyboard(),
            new BindLoopbackOnly(),
            new BindForeignAddress(),
            new WrongPort(),
            new AddressNotTuple(),
            new PortNotInt(),
            new PortPrivileged(),
            new PortOutOfRange(),
            new ReuseaddrAfterBind(),
            new AddressInUse(),
            new DoubleBind(),
            new HostHardcoded(),
            new NameUnresolved(),
            new RolesSwapped(),
            new UdpInsteadOfTcp(),
            new TcpInsteadOfUdp(),
            new ListenOnUdp(),
            new MissingBind(),
            new MissingListen(),
            new MissingAccept(),
            new AcceptNotUnpacked(),
            new UsedListeningSocket(),
            new ConnectMissing(),
            new RecvBeforeSend(),
            new NoReply(),
            new ReplyPrintedNotSent(),
            new NearMissReply(),
            new WrongReply(),
            new RecvWithoutSize(),
            new SingleRecv(),
            new MessagesGlued(),
            new RecvTooSmall(),
            new PartialSendIgnored(),
            new SplitUtf8(),
            new EndOfStreamIgnored(),
            new UdpReplyToConstant(),
            new AnswerNotPrinted(),
            new CannedAnswer(),
            new MissingClose(),
            new ClosedListeningSocketOnly(),
            new UsedAfterClose(),
            new ClosedTooEarly(),
            new OneMessageOnly(),
            new DiesWithClient(),
            new OneClientOnly(),
            new BlocksOtherClients(),
            new NoTimeout(),
            new NeverEnds());

    private Misconceptions() {}

    /** All of them but {@code crash}, which is said only where none of these is found. */
    public static List<Misconception> all() {
        return ALL;
    }

    /** The ids of all, {@code crash} among them. */
    public static List<String> ids() {
        return java.util.stream.Stream.concat(ALL.stream(), java.util.stream.Stream.of(new Crash()))
                .map(Misconception::id)
                .toList();
    }
}
