package org.countinghouse.app.backoffice;

import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.countinghouse.app.backoffice.CorrectionViewModel.Step;
import org.countinghouse.app.shell.NoticeBar;
import org.countinghouse.app.shell.Session;
import org.countinghouse.app.shell.Spoken;
import org.countinghouse.app.shell.View;
import org.countinghouse.app.shell.WrappedLabel;
import org.countinghouse.ledger.approval.Policy;
import org.countinghouse.ledger.correction.LateRecorded.What;
import org.countinghouse.ledger.money.Currency;
import org.countinghouse.ledger.till.Tender;
import org.countinghouse.resources.Texts;

/// The form of a correction or a late entry, and the sentence that is looked at before it is written.
public final class CorrectionView implements View {
    private static final List<Tender> TENDERS = List.of(Tender.CASH, Tender.CARD, Tender.MOBILE_MONEY, Tender.VOUCHER);

    private final Session session;
    private final Texts texts;

    @FXML
    private VBox correction;

    @FXML
    private VBox entering;

    @FXML
    private WrappedLabel title;

    @FXML
    private WrappedLabel explain;

    @FXML
    private VBox lateBox;

    @FXML
    private ComboBox<What> what;

    @FXML
    private TextField date;

    @FXML
    private TextField amount;

    @FXML
    private ComboBox<Currency> currency;

    @FXML
    private VBox tenderBox;

    @FXML
    private ComboBox<Tender> tender;

    @FXML
    private ComboBox<String> reasonList;

    @FXML
    private TextField reason;

    @FXML
    private TextField note;

    @FXML
    private NoticeBar notice;

    @FXML
    private Button cancel;

    @FXML
    private Button goOn;

    @FXML
    private VBox checking;

    @FXML
    private WrappedLabel sentence;

    @FXML
    private NoticeBar checkNotice;

    @FXML
    private Button back;

    @FXML
    private Button write;

    public CorrectionView(Session session) {
        this.session = session;
        this.texts = session.texts();
    }

    void drive(CorrectionViewModel model) {
        date.textProperty().bindBidirectional(model.dateProperty());
        amount.textProperty().bindBidirectional(model.amountProperty());
        reason.textProperty().bindBidirectional(model.reasonProperty());
        note.textProperty().bindBidirectional(model.noteProperty());
        choices(model);
        model.reasonsProperty().subscribe(this::list);
        reasonList.valueProperty().subscribe(word -> {
            if (word != null) {
                model.reasonProperty().set(word);
            }
        });
        List.of(date, amount, reason, note).forEach(field -> field.setOnAction(_ -> model.goOn()));
        cancel.setOnAction(_ -> model.back());
        back.setOnAction(_ -> model.back());
        goOn.setOnAction(_ -> model.goOn());
        write.setOnAction(_ -> model.write());
        write.disableProperty().bind(model.pendingProperty());
        back.disableProperty().bind(model.pendingProperty());
        model.noticeProperty().subscribe(told -> {
            notice.show(told, texts);
            checkNotice.show(told, texts);
        });
    }

    private void choices(CorrectionViewModel model) {
        what.setConverter(new Spoken<>(model::whatName));
        what.getItems().setAll(What.values());
        what.valueProperty().bindBidirectional(model.whatProperty());
        what.valueProperty().subscribe(_ -> AuditView.show(tenderBox, model.hasTender()));
        tender.setConverter(new Spoken<>(each -> texts.text("till.tender." + each.word())));
        tender.getItems().setAll(TENDERS);
        tender.valueProperty().bindBidirectional(model.tenderProperty());
        currency.setConverter(new Spoken<>(Currency::code));
        currency.getItems().setAll(session.shop().currencies());
        currency.valueProperty().bindBidirectional(model.currencyProperty());
        AuditView.show(currency, session.shop().currencies().size() > 1);
    }

    private void list(List<Policy.Reason> reasons) {
        reasonList.getItems().setAll(reasons.stream().map(Policy.Reason::word).toList());
        AuditView.show(reasonList, !reasons.isEmpty());
        AuditView.show(reason, reasons.isEmpty());
    }

    void show(CorrectionViewModel model, Step step) {
        AuditView.show(correction, step != Step.CLOSED);
        AuditView.show(entering, step == Step.ENTERING);
        AuditView.show(checking, step == Step.CHECKING);
        switch (step) {
            case CLOSED -> {}
            case ENTERING -> showEntering(model);
            case CHECKING -> {
                sentence.setText(model.sentence());
                write.requestFocus();
            }
        }
    }

    private void showEntering(CorrectionViewModel model) {
        title.setText(model.title());
        explain.setText(texts.text(model.isLate() ? "backoffice.late.explain" : "backoffice.correct.explain"));
        AuditView.show(lateBox, model.isLate());
        if (model.reasonProperty().get().isEmpty()) {
            reasonList.setValue(null);
        }
        Node why = reasonList.isVisible() ? reasonList : reason;
        (model.isLate() ? what : why).requestFocus();
    }
}
